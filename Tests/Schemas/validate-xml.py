"""Validates XML files against an XML Schema: validate-xml.py SCHEMA FILE..."""

import sys

from lxml import etree

schema = etree.XMLSchema(etree.parse(sys.argv[1]))
failed = 0
for name in sys.argv[2:]:
    if not schema.validate(etree.parse(name)):
        failed += 1
        print(f"{name}: {schema.error_log.last_error}")
print(f"{len(sys.argv) - 2} files against {sys.argv[1].rsplit('/', 1)[-1]}, {failed} invalid")
sys.exit(1 if failed or len(sys.argv) < 3 else 0)
