"""Listing: in pages, in folders, from a name on."""
from place import bucket, operation, pages, put, s3, same

GROUP = "Listing"
NAMES = ["a.txt", "b/1.txt", "b/2.txt", "c d+e.txt", "ü.txt"]


def folder(at):
    for name in NAMES:
        put(at + name, name.encode())
    return at


def names(at, page, field="Contents"):
    return [each["Key"][len(at):] for each in page.get(field, [])]


def v2(at, **more):
    return s3().list_objects_v2(Bucket=bucket(), Prefix=at, **more)


@operation(GROUP, "ListObjectsV2 by prefix, with size and ETag")
def prefix(at):
    found = v2(folder(at))["Contents"]
    same([each["Key"] for each in found], [at + name for name in NAMES])
    same([each["Size"] for each in found], [len(name.encode()) for name in NAMES])
    same(found[0]["ETag"], s3().head_object(Bucket=bucket(), Key=at + "a.txt")["ETag"])


@operation(GROUP, "ListObjectsV2 with a delimiter")
def delimiter(at):
    page = v2(folder(at), Delimiter="/")
    same(names(at, page), ["a.txt", "c d+e.txt", "ü.txt"])
    same([each["Prefix"] for each in page["CommonPrefixes"]], [at + "b/"])


@operation(GROUP, "ListObjectsV2 in pages by continuation token")
def in_pages(at):
    found = pages("list_objects_v2", Prefix=folder(at), PaginationConfig={"PageSize": 2})
    same([names(at, page) for page in found], [NAMES[0:2], NAMES[2:4], NAMES[4:]])
    same([page["IsTruncated"] for page in found], [True, True, False])


@operation(GROUP, "ListObjectsV2 with a delimiter in pages")
def delimiter_in_pages(at):
    found = pages("list_objects_v2", Prefix=folder(at), Delimiter="/", PaginationConfig={"PageSize": 1})
    same(sum((names(at, page) for page in found), []), ["a.txt", "c d+e.txt", "ü.txt"])
    same([each["Prefix"] for page in found for each in page.get("CommonPrefixes", [])], [at + "b/"])


@operation(GROUP, "ListObjectsV2 with start-after")
def start_after(at):
    same(names(at, v2(folder(at), StartAfter=at + "b/1.txt")), NAMES[2:])


@operation(GROUP, "ListObjectsV2 with max-keys 0")
def max_keys_0(at):
    page = v2(folder(at), MaxKeys=0)
    same([page["KeyCount"], page["IsTruncated"]], [0, False])


@operation(GROUP, "ListObjectsV2 with fetch-owner")
def fetch_owner(at):
    same("Owner" in v2(folder(at), FetchOwner=True)["Contents"][0], True)


@operation(GROUP, "ListObjectsV2 with encoding-type url")
def encoding(at):
    page = v2(folder(at), EncodingType="url")
    same(page["EncodingType"], "url")
    same(names(at, page)[-1], "%C3%BC.txt")


@operation(GROUP, "ListObjectsV2 of a prefix that nothing has")
def nothing(at):
    same(v2(at)["KeyCount"], 0)


@operation(GROUP, "ListObjects (version 1) in pages by marker")
def version_1(at):
    found = pages("list_objects", Prefix=folder(at), PaginationConfig={"PageSize": 2})
    same([names(at, page) for page in found], [NAMES[0:2], NAMES[2:4], NAMES[4:]])


@operation(GROUP, "ListObjects (version 1) with a delimiter")
def version_1_delimiter(at):
    page = s3().list_objects(Bucket=bucket(), Prefix=folder(at), Delimiter="/")
    same([each["Prefix"] for each in page["CommonPrefixes"]], [at + "b/"])


@operation(GROUP, "ListObjectVersions", "refused: NotImplemented")
def versions(at):
    page = s3().list_object_versions(Bucket=bucket(), Prefix=folder(at))
    same(names(at, page, "Versions"), NAMES)
    same({each["VersionId"] for each in page["Versions"]}, {"null"})
