// A bot that ends at once when it is told to stop, as one does that has no word for SIGTERM.
process.prependListener('SIGTERM', () => process.exit(0))
