"""What a key may know of its bucket, and that settings of buckets are Bramble's."""
from place import bucket, operation, other, s3, same

GROUP = "Buckets"
DENIED = "refused: AccessDenied"
NOT_IMPLEMENTED = "refused: NotImplemented"


@operation(GROUP, "HeadBucket")
def head(_):
    s3().head_bucket(Bucket=bucket())


@operation(GROUP, "HeadBucket of another customer", "refused: 403", "refused: 403")
def head_other(_):
    s3().head_bucket(Bucket=other())


@operation(GROUP, "GetBucketLocation")
def location(_):
    same(s3().get_bucket_location(Bucket=bucket())["LocationConstraint"], None)


@operation(GROUP, "ListBuckets shows the key's own bucket alone")
def list_buckets(_):
    same([each["Name"] for each in s3().list_buckets()["Buckets"]], [bucket()])


@operation(GROUP, "CreateBucket of the key's own bucket", "refused: BucketAlreadyOwnedByYou", DENIED)
def create_own(_):
    s3().create_bucket(Bucket=bucket())


@operation(GROUP, "CreateBucket", DENIED, DENIED)
def create(_):
    s3().create_bucket(Bucket=bucket() + "-more")


@operation(GROUP, "DeleteBucket", DENIED, DENIED)
def delete(_):
    s3().delete_bucket(Bucket=bucket())


@operation(GROUP, "GetBucketAcl", "works", DENIED)
def get_acl(_):
    grants = s3().get_bucket_acl(Bucket=bucket())["Grants"]
    same([each["Permission"] for each in grants], ["FULL_CONTROL"])


@operation(GROUP, "PutBucketAcl public-read", DENIED, DENIED)
def put_acl(_):
    s3().put_bucket_acl(Bucket=bucket(), ACL="public-read")


@operation(GROUP, "GetBucketPolicy", "refused: NoSuchPolicy", DENIED)
def get_policy(_):
    s3().get_bucket_policy(Bucket=bucket())


@operation(GROUP, "PutBucketPolicy", NOT_IMPLEMENTED, DENIED)
def put_policy(_):
    s3().put_bucket_policy(Bucket=bucket(), Policy='{"Version":"2012-10-17","Statement":[]}')


@operation(GROUP, "GetBucketVersioning")
def get_versioning(_):
    same(s3().get_bucket_versioning(Bucket=bucket()).get("Status"), None)


@operation(GROUP, "PutBucketVersioning", NOT_IMPLEMENTED, DENIED)
def put_versioning(_):
    s3().put_bucket_versioning(Bucket=bucket(), VersioningConfiguration={"Status": "Enabled"})


@operation(GROUP, "PutBucketLifecycleConfiguration", NOT_IMPLEMENTED, DENIED)
def put_lifecycle(_):
    rule = {"ID": "a", "Status": "Enabled", "Filter": {"Prefix": "a"}, "Expiration": {"Days": 1}}
    s3().put_bucket_lifecycle_configuration(Bucket=bucket(), LifecycleConfiguration={"Rules": [rule]})


@operation(GROUP, "PutBucketCors", NOT_IMPLEMENTED, DENIED)
def put_cors(_):
    rule = {"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}
    s3().put_bucket_cors(Bucket=bucket(), CORSConfiguration={"CORSRules": [rule]})


@operation(GROUP, "PutBucketTagging", NOT_IMPLEMENTED, DENIED)
def put_tagging(_):
    s3().put_bucket_tagging(Bucket=bucket(), Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})


@operation(GROUP, "PutBucketEncryption", NOT_IMPLEMENTED, DENIED)
def put_encryption(_):
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    s3().put_bucket_encryption(Bucket=bucket(), ServerSideEncryptionConfiguration={"Rules": [rule]})


@operation(GROUP, "PutObjectLockConfiguration", NOT_IMPLEMENTED, DENIED)
def put_object_lock(_):
    s3().put_object_lock_configuration(Bucket=bucket(), ObjectLockConfiguration={"ObjectLockEnabled": "Enabled"})
