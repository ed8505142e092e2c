"""Official documents as PDF: content, typesetting by GB/T 9704-2012, report pages, charts and previews."""
