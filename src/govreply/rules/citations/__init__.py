"""Rules on cited documents: title marks, numbers, issuers and laws in force."""
