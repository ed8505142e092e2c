"""What lies between the window and the computer: jobs, questions, crashes, input methods, backups."""
