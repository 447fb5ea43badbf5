"""Requests that depend on what is there."""
from datetime import timedelta

from place import SMALL, bucket, get, headers, operation, put, read, refused, s3, same

GROUP = "Conditional requests"


def put_if(key, body, **condition):
    client = s3()
    with headers(client, "PutObject", **condition):
        return client.put_object(Bucket=bucket(), Key=key, Body=body)


@operation(GROUP, "PutObject if nothing is there (If-None-Match: *)")
def put_if_none(at):
    put_if(at + "a", b"first", If_None_Match="*")
    refused("PreconditionFailed", put_if, at + "a", b"second", If_None_Match="*")
    same(read(at + "a"), b"first")


@operation(GROUP, "PutObject in place of what was read (If-Match)")
def put_if_match(at):
    before = put(at + "a", b"before")["ETag"]
    put_if(at + "a", b"after", If_Match=before)
    refused("PreconditionFailed", put_if, at + "a", b"late", If_Match=before)
    same(read(at + "a"), b"after")


@operation(GROUP, "GetObject if it matches (If-Match)")
def get_if_match(at):
    tag = put(at + "a")["ETag"]
    same(read(at + "a", IfMatch=tag), SMALL)
    refused("PreconditionFailed", get, at + "a", IfMatch='"0123456789abcdef0123456789abcdef"')


@operation(GROUP, "GetObject if it is another (If-None-Match)")
def get_if_none_match(at):
    tag = put(at + "a")["ETag"]
    refused("304", get, at + "a", IfNoneMatch=tag)
    same(read(at + "a", IfNoneMatch='"0123456789abcdef0123456789abcdef"'), SMALL)


@operation(GROUP, "GetObject if changed since (If-Modified-Since)")
def get_if_modified(at):
    put(at + "a")
    changed = get(at + "a")["LastModified"]
    refused("304", get, at + "a", IfModifiedSince=changed)
    same(read(at + "a", IfModifiedSince=changed - timedelta(hours=1)), SMALL)


@operation(GROUP, "GetObject if unchanged since (If-Unmodified-Since)")
def get_if_unmodified(at):
    put(at + "a")
    changed = get(at + "a")["LastModified"]
    same(read(at + "a", IfUnmodifiedSince=changed), SMALL)
    refused("PreconditionFailed", get, at + "a", IfUnmodifiedSince=changed - timedelta(hours=1))


@operation(GROUP, "HeadObject if it is another (If-None-Match)")
def head_if_none_match(at):
    tag = put(at + "a")["ETag"]
    refused("304", s3().head_object, Bucket=bucket(), Key=at + "a", IfNoneMatch=tag)


@operation(GROUP, "CopyObject if it matches (x-amz-copy-source-if-match)")
def copy_if_match(at):
    tag = put(at + "a")["ETag"]
    source = {"Bucket": bucket(), "Key": at + "a"}
    s3().copy_object(Bucket=bucket(), Key=at + "b", CopySource=source, CopySourceIfMatch=tag)
    same(read(at + "b"), SMALL)
    refused("PreconditionFailed", s3().copy_object, Bucket=bucket(), Key=at + "c", CopySource=source,
            CopySourceIfMatch='"0123456789abcdef0123456789abcdef"')
