"""What hangs on an object: tags, access, attributes, retention."""
from place import SMALL, bucket, operation, put, read, s3, same

GROUP = "Objects"
NOT_IMPLEMENTED = "refused: NotImplemented"


def where(key):
    return {"Bucket": bucket(), "Key": key}


def tags(key):
    return {each["Key"]: each["Value"] for each in s3().get_object_tagging(**where(key))["TagSet"]}


@operation(GROUP, "PutObjectTagging, GetObjectTagging, DeleteObjectTagging", NOT_IMPLEMENTED)
def tagging(at):
    put(at + "a")
    s3().put_object_tagging(Tagging={"TagSet": [{"Key": "colour", "Value": "dark green"}]}, **where(at + "a"))
    same(tags(at + "a"), {"colour": "dark green"})
    s3().delete_object_tagging(**where(at + "a"))
    same(tags(at + "a"), {})


@operation(GROUP, "PutObject with tags", NOT_IMPLEMENTED)
def put_tagged(at):
    put(at + "a", Tagging="colour=dark%20green")
    same(tags(at + "a"), {"colour": "dark green"})


@operation(GROUP, "GetObjectAttributes")
def attributes(at):
    tag = put(at + "a")["ETag"]
    found = s3().get_object_attributes(ObjectAttributes=["ETag", "ObjectSize", "StorageClass"], **where(at + "a"))
    same([found["ETag"].strip('"'), found["ObjectSize"]], [tag.strip('"'), len(SMALL)])


@operation(GROUP, "GetObjectAcl", "works", "refused: AccessDenied")
def get_acl(at):
    put(at + "a")
    same([each["Permission"] for each in s3().get_object_acl(**where(at + "a"))["Grants"]], ["FULL_CONTROL"])


@operation(GROUP, "PutObject with ACL private")
def put_private(at):
    put(at + "a", ACL="private")
    same(read(at + "a"), SMALL)


@operation(GROUP, "PutObjectAcl public-read", "refused: AccessDenied", "refused: AccessDenied")
def put_acl(at):
    put(at + "a")
    s3().put_object_acl(ACL="public-read", **where(at + "a"))


@operation(GROUP, "SelectObjectContent of CSV", NOT_IMPLEMENTED)
def select(at):
    put(at + "a", b"name,size\none,1\ntwo,2\n")
    found = s3().select_object_content(
        Expression="select s.name from S3Object s where s.size = '2'", ExpressionType="SQL",
        InputSerialization={"CSV": {"FileHeaderInfo": "USE"}}, OutputSerialization={"CSV": {}}, **where(at + "a"))
    same(b"".join(each["Records"]["Payload"] for each in found["Payload"] if "Records" in each), b"two\n")


@operation(GROUP, "RestoreObject", NOT_IMPLEMENTED, "refused: AccessDenied")
def restore(at):
    put(at + "a")
    s3().restore_object(RestoreRequest={"Days": 1}, **where(at + "a"))


@operation(GROUP, "PutObjectRetention", NOT_IMPLEMENTED, "refused: InvalidRequest")
def retention(at):
    put(at + "a")
    wish = {"Mode": "GOVERNANCE", "RetainUntilDate": "2031-01-01T00:00:00Z"}
    s3().put_object_retention(Retention=wish, **where(at + "a"))


@operation(GROUP, "PutObjectLegalHold", NOT_IMPLEMENTED, "refused: AccessDenied")
def legal_hold(at):
    put(at + "a")
    s3().put_object_legal_hold(LegalHold={"Status": "ON"}, **where(at + "a"))
