"""Names that programs and engines like to change."""
from place import bucket, get, operation, put, read, refused, s3, same

GROUP = "Awkward names"
PREFIX = "awkward/"
NAMES = {
    "a space, and one at the end": "a b ",
    "a plus sign": "a+b",
    "umlauts and combining accents": "täglich e\u0301",
    "emoji and Chinese": "🌿/樹葉.txt",
    "percent signs and %2F": "100%/a%2Fb%20c",
    "letters of URLs and XML": "a?b=c&d#e;<f>\"'",
    "backslash, colon, star, tilde": "a\\b:c*~",
    "a slash at the end": "folder/",
    "names in two cases": "Case",
    "a tab and a line break": "tab\tline\nend",
    "1,024 bytes": ("ü" * 50 + "/") * 10 + "x" * 6,
}


NOT_OF_MINIO = {
    "two slashes in a row": "a//b",
    "a part of more than 255 bytes": "x" * 300,
}


def tell(what, name, minio="works"):
    @operation(GROUP, f"Put, list, get and delete with {what}", "works", minio)
    def whole(_):
        key = PREFIX + name
        body = key.encode()
        put(key, body)
        same(read(key), body)
        listed = s3().list_objects_v2(Bucket=bucket(), Prefix=key)["Contents"]
        same([each["Key"] for each in listed if each["Key"] == key], [key])
        s3().delete_object(Bucket=bucket(), Key=key)
        refused("NoSuchKey", get, key)


for each in NAMES.items():
    tell(*each)
for each in NOT_OF_MINIO.items():
    tell(*each, "refused: XMinioInvalidObjectName")


@operation(GROUP, "Names in two cases are two objects")
def two_cases(at):
    put(at + "case", b"lower")
    put(at + "Case", b"upper")
    same([read(at + "case"), read(at + "Case")], [b"lower", b"upper"])


@operation(GROUP, "An object and a folder of the same name", "works", "works")
def object_and_folder(at):
    put(at + "a", b"object")
    put(at + "a/b", b"below")
    same([read(at + "a"), read(at + "a/b")], [b"object", b"below"])


@operation(GROUP, "PutObject with 1,025 bytes", "refused: KeyTooLongError", "refused: KeyTooLongError")
def too_long(_):
    put("k" * 1025)


@operation(GROUP, "PutObject that climbs out of the bucket (../../etc/passwd)",
           "refused: InvalidURI", "refused: XMinioInvalidResourceName")
def climbing(_):
    put("../../etc/passwd")
