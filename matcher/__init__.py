"""Pure logic and use cases: values in, values out; knows neither SQL nor the web."""
