"""The shapes of the API's answers, one noun one file, each with how it is made and an example."""
