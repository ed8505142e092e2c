"""Official papers from draft to print: drafting, numbering, the register, bulletins and letters."""
