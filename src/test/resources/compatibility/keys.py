"""What the other kinds of keys may do, and may not."""
from place import SMALL, bucket, operation, put, read, s3, same

GROUP = "Limited keys"
DENIED = "refused: AccessDenied"


def put_as(permission, key):
    s3(permission).put_object(Bucket=bucket(), Key=key, Body=SMALL)


def get_as(permission, key):
    return s3(permission).get_object(Bucket=bucket(), Key=key)["Body"].read()


def list_as(permission, prefix):
    return [each["Key"] for each in s3(permission).list_objects_v2(Bucket=bucket(), Prefix=prefix).get("Contents", [])]


@operation(GROUP, "A read-only key gets, heads and lists")
def read_only(at):
    put(at + "a")
    same(get_as("reader", at + "a"), SMALL)
    same(s3("reader").head_object(Bucket=bucket(), Key=at + "a")["ContentLength"], len(SMALL))
    same(list_as("reader", at), [at + "a"])


@operation(GROUP, "A read-only key puts", DENIED, DENIED)
def read_only_put(at):
    put_as("reader", at + "a")


@operation(GROUP, "A read-only key deletes", DENIED, DENIED)
def read_only_delete(at):
    put(at + "a")
    try:
        s3("reader").delete_object(Bucket=bucket(), Key=at + "a")
    finally:
        same(read(at + "a"), SMALL)


@operation(GROUP, "A read-only key starts a multipart upload", DENIED, DENIED)
def read_only_multipart(at):
    s3("reader").create_multipart_upload(Bucket=bucket(), Key=at + "a")


@operation(GROUP, "A write-only key puts")
def write_only(at):
    put_as("writer", at + "a")
    same(read(at + "a"), SMALL)


@operation(GROUP, "A write-only key gets", DENIED, DENIED)
def write_only_get(at):
    put(at + "a")
    get_as("writer", at + "a")


@operation(GROUP, "A write-only key lists", DENIED, DENIED)
def write_only_list(at):
    list_as("writer", at)


@operation(GROUP, "A write-only key deletes", DENIED, DENIED)
def write_only_delete(at):
    put(at + "a")
    s3("writer").delete_object(Bucket=bucket(), Key=at + "a")


@operation(GROUP, "A key with a prefix puts, gets, lists and deletes below it")
def below(_):
    put_as("below", "below/boto3")
    same(get_as("below", "below/boto3"), SMALL)
    same("below/boto3" in list_as("below", "below/"), True)
    s3("below").delete_object(Bucket=bucket(), Key="below/boto3")


@operation(GROUP, "A key with a prefix puts elsewhere", DENIED, DENIED)
def elsewhere(at):
    put_as("below", at + "a")


@operation(GROUP, "A key with a prefix lists all", DENIED, DENIED)
def list_all(_):
    list_as("below", "")


@operation(GROUP, "A key with a prefix copies from elsewhere", DENIED, DENIED)
def copy_from_elsewhere(at):
    put(at + "a")
    source = {"Bucket": bucket(), "Key": at + "a"}
    s3("below").copy_object(Bucket=bucket(), Key="below/copied", CopySource=source)
