"""Files that people bring and take: readers from spreadsheets to sheets, and writers of exports."""
