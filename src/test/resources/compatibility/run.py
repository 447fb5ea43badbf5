"""Runs boto3's operations on one place, given as JSON on standard input; prints a line of JSON for each."""
import json
import sys

import attributes
import awkward
import buckets
import checksums
import conditions
import keys
import listing
import multipart
import objects
import place
import signed

place.open(json.load(sys.stdin))
for module in (buckets, listing, objects, attributes, conditions, checksums, multipart, signed, keys, awkward):
    for operation in place.operations_of(module):
        print(json.dumps(operation.run()), flush=True)
