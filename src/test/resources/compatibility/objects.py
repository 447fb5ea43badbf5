"""One object: put, get, head, copy, delete and what hangs on it."""
from datetime import datetime, timezone

from place import SMALL, bucket, get, operation, other, plain, put, read, refused, s3, same

GROUP = "Objects"
DENIED = "refused: AccessDenied"


def head(key):
    return s3().head_object(Bucket=bucket(), Key=key)


@operation(GROUP, "PutObject and GetObject")
def put_get(at):
    put(at + "a")
    same(read(at + "a"), SMALL)


@operation(GROUP, "PutObject with the checksums of the client's version")
def put_plain(at):
    plain().put_object(Bucket=bucket(), Key=at + "a", Body=SMALL)
    same(plain().get_object(Bucket=bucket(), Key=at + "a")["Body"].read(), SMALL)


@operation(GROUP, "PutObject with own metadata")
def metadata(at):
    put(at + "a", Metadata={"colour": "green", "two-words": "a b"})
    same(head(at + "a")["Metadata"], {"colour": "green", "two-words": "a b"})


@operation(GROUP, "PutObject with content type, disposition, encoding, language, cache control and expiry")
def content_headers(at):
    kept = {"ContentType": "text/csv", "ContentDisposition": 'attachment; filename="a.csv"', "ContentEncoding": "gzip",
            "ContentLanguage": "de", "CacheControl": "max-age=60"}
    put(at + "a", Expires=datetime(2031, 1, 1, tzinfo=timezone.utc), **kept)
    found = head(at + "a")
    same({name: found.get(name) for name in kept}, kept)
    same(found["ResponseMetadata"]["HTTPHeaders"]["expires"], "Wed, 01 Jan 2031 00:00:00 GMT")


@operation(GROUP, "PutObject with storage class STANDARD")
def standard(at):
    put(at + "a", StorageClass="STANDARD")
    same(read(at + "a"), SMALL)


@operation(GROUP, "PutObject with storage class GLACIER",
           "refused: InvalidStorageClass", "refused: InvalidStorageClass")
def glacier(at):
    put(at + "a", StorageClass="GLACIER")


@operation(GROUP, "PutObject encrypted with AES256", "refused: NotImplemented", "refused: NotImplemented")
def encrypted(at):
    put(at + "a", ServerSideEncryption="AES256")


@operation(GROUP, "PutObject in place of another")
def replace(at):
    put(at + "a", b"before")
    put(at + "a", b"after")
    same(read(at + "a"), b"after")


@operation(GROUP, "GetObject of a byte range, from the start, the middle and the end")
def ranges(at):
    put(at + "a")
    expected_of = {"0-9": SMALL[:10], "100-199": SMALL[100:200], "1000-": SMALL[1000:], "-7": SMALL[-7:]}
    for asked, expected in expected_of.items():
        found = get(at + "a", Range=f"bytes={asked}")
        same(found["Body"].read(), expected)
        same(found["ResponseMetadata"]["HTTPStatusCode"], 206)


@operation(GROUP, "GetObject of a range beyond the end", "refused: InvalidRange", "refused: InvalidRange")
def range_beyond(at):
    put(at + "a")
    get(at + "a", Range="bytes=5000-6000")


@operation(GROUP, "GetObject with response headers")
def response_headers(at):
    put(at + "a")
    found = get(at + "a", ResponseContentType="text/x", ResponseContentDisposition="inline",
                ResponseCacheControl="no-store")
    same([found["ContentType"], found["ContentDisposition"], found["CacheControl"]], ["text/x", "inline", "no-store"])


@operation(GROUP, "GetObject of what is not there", "refused: NoSuchKey", "refused: NoSuchKey")
def missing(at):
    get(at + "a")


@operation(GROUP, "GetObject from another customer's bucket", DENIED, DENIED)
def foreign(at):
    s3().get_object(Bucket=other(), Key="secret.txt")


@operation(GROUP, "CopyObject with its metadata")
def copy(at):
    put(at + "a", ContentType="text/csv", Metadata={"colour": "green"})
    s3().copy_object(Bucket=bucket(), Key=at + "ü b", CopySource={"Bucket": bucket(), "Key": at + "a"})
    same(read(at + "ü b"), SMALL)
    same([head(at + "ü b")["ContentType"], head(at + "ü b")["Metadata"]], ["text/csv", {"colour": "green"}])


@operation(GROUP, "CopyObject with other metadata")
def copy_replace(at):
    put(at + "a", Metadata={"colour": "green"})
    s3().copy_object(Bucket=bucket(), Key=at + "a", CopySource={"Bucket": bucket(), "Key": at + "a"},
                     MetadataDirective="REPLACE", ContentType="text/csv", Metadata={"shape": "round"})
    same(read(at + "a"), SMALL)
    same([head(at + "a")["ContentType"], head(at + "a")["Metadata"]], ["text/csv", {"shape": "round"}])


@operation(GROUP, "CopyObject onto itself without a change", "refused: InvalidRequest", "refused: InvalidRequest")
def copy_itself(at):
    put(at + "a")
    s3().copy_object(Bucket=bucket(), Key=at + "a", CopySource={"Bucket": bucket(), "Key": at + "a"})


@operation(GROUP, "CopyObject from another customer's bucket", DENIED, DENIED)
def copy_foreign(at):
    s3().copy_object(Bucket=bucket(), Key=at + "a", CopySource={"Bucket": other(), "Key": "secret.txt"})


@operation(GROUP, "DeleteObject, also of what is gone")
def delete(at):
    put(at + "a")
    for _ in range(2):
        s3().delete_object(Bucket=bucket(), Key=at + "a")
    refused("NoSuchKey", get, at + "a")


@operation(GROUP, "DeleteObjects")
def delete_objects(at):
    for name in ("a", "b & <c>", "d"):
        put(at + name)
    wish = {"Objects": [{"Key": at + "a"}, {"Key": at + "b & <c>"}, {"Key": at + "gone"}]}
    found = s3().delete_objects(Bucket=bucket(), Delete=wish)
    same(sorted(each["Key"] for each in found["Deleted"]), [at + "a", at + "b & <c>", at + "gone"])
    refused("NoSuchKey", get, at + "b & <c>")
    same(read(at + "d"), SMALL)


@operation(GROUP, "DeleteObjects quietly")
def delete_quietly(at):
    put(at + "a")
    found = s3().delete_objects(Bucket=bucket(), Delete={"Objects": [{"Key": at + "a"}], "Quiet": True})
    same([found.get("Deleted"), found.get("Errors")], [None, None])
    refused("NoSuchKey", get, at + "a")
