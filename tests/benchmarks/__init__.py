"""Speed, measured in one run and told as ratios; `make bench` runs all, nothing here passes or fails."""
