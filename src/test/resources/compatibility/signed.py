"""Signatures of every kind: in the URL, in a form, over the body or not, of the older version."""
import time
import uuid

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.exceptions import ClientError

from place import SMALL, bucket, http, operation, put, read, refused, s3, same

GROUP = "Presigned URLs and signatures"


def link(call, permission="all", seconds=600, config=None, **parameters):
    client = s3(permission, **(config or {}))
    return client.generate_presigned_url(call, Params={"Bucket": bucket(), **parameters}, ExpiresIn=seconds)


def opens(url):
    try:
        http("GET", url)
    except ClientError:
        return False
    return True


@operation(GROUP, "Presigned GET")
def get_link(at):
    put(at + "ü b+c")
    same(http("GET", link("get_object", Key=at + "ü b+c"))[0], SMALL)


@operation(GROUP, "Presigned GET that names the download")
def get_named(at):
    put(at + "a")
    url = link("get_object", Key=at + "a", ResponseContentDisposition='attachment; filename="b.txt"')
    body, headers = http("GET", url)
    same([body, headers["Content-Disposition"]], [SMALL, 'attachment; filename="b.txt"'])


@operation(GROUP, "Presigned HEAD")
def head_link(at):
    put(at + "a")
    same(http("HEAD", link("head_object", Key=at + "a"))[1]["Content-Length"], str(len(SMALL)))


@operation(GROUP, "Presigned PUT")
def put_link(at):
    http("PUT", link("put_object", Key=at + "a"), SMALL)
    same(read(at + "a"), SMALL)


@operation(GROUP, "Presigned PUT with the content type of a form, as curl --data sends it",
           "refused: InvalidRequest; the door reads the body as a form")
def put_as_form(at):
    http("PUT", link("put_object", Key=at + "a"), SMALL, {"Content-Type": "application/x-www-form-urlencoded"})
    same(read(at + "a"), SMALL)


@operation(GROUP, "Presigned PUT with a signed content type")
def put_typed(at):
    url = link("put_object", Key=at + "a", ContentType="text/csv")
    refused("SignatureDoesNotMatch", http, "PUT", url, SMALL, {"Content-Type": "text/html"})
    http("PUT", url, SMALL, {"Content-Type": "text/csv"})
    same(s3().head_object(Bucket=bucket(), Key=at + "a")["ContentType"], "text/csv")


@operation(GROUP, "Presigned DELETE")
def delete_link(at):
    put(at + "a")
    http("DELETE", link("delete_object", Key=at + "a"))
    refused("NoSuchKey", http, "GET", link("get_object", Key=at + "a"))


@operation(GROUP, "Presigned UploadPart")
def part_link(at):
    key = {"Bucket": bucket(), "Key": at + "a"}
    upload = s3().create_multipart_upload(**key)["UploadId"]
    _, headers = http("PUT", link("upload_part", Key=at + "a", UploadId=upload, PartNumber=1), SMALL)
    parts = {"Parts": [{"PartNumber": 1, "ETag": headers["ETag"]}]}
    s3().complete_multipart_upload(UploadId=upload, MultipartUpload=parts, **key)
    same(read(at + "a"), SMALL)


@operation(GROUP, "Presigned POST of a form")
def post_form(at):
    post(at + "a", SMALL)
    same(read(at + "a"), SMALL)


@operation(GROUP, "Presigned POST of a form, larger than its policy allows",
           "refused: EntityTooLarge", "refused: EntityTooLarge")
def post_large(at):
    post(at + "a", SMALL, [["content-length-range", 1, 100]])


def post(key, body, conditions=None):
    form = s3().generate_presigned_post(bucket(), key, Conditions=conditions, ExpiresIn=600)
    border = uuid.uuid4().hex
    fields = "".join(f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                     for name, value in form["fields"].items())
    file = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    content = fields.encode() + file.encode() + body + f"\r\n--{border}--\r\n".encode()
    http("POST", form["url"], content, {"Content-Type": f"multipart/form-data; boundary={border}"})


@operation(GROUP, "Presigned GET changed to another key", "refused: SignatureDoesNotMatch",
           "refused: SignatureDoesNotMatch")
def changed(at):
    put(at + "a")
    put(at + "b")
    http("GET", link("get_object", Key=at + "a").replace(at + "a?", at + "b?"))


@operation(GROUP, "Presigned GET after its time", "refused: AccessDenied", "refused: AccessDenied")
def expired(at):
    put(at + "a")
    url = link("get_object", Key=at + "a", seconds=1)
    deadline = time.monotonic() + 10
    while opens(url) and time.monotonic() < deadline:
        time.sleep(0.2)
    http("GET", url)


@operation(GROUP, "Presigned GET by a key that may only write", "refused: AccessDenied", "refused: AccessDenied")
def write_only(at):
    put(at + "a")
    http("GET", link("get_object", "writer", Key=at + "a"))


@operation(GROUP, "Presigned GET in signature version 2")
def version_2_link(at):
    put(at + "a")
    same(http("GET", link("get_object", Key=at + "a", config={"signature_version": "s3"}))[0], SMALL)


@operation(GROUP, "PutObject and GetObject in signature version 2")
def version_2(at):
    client = s3(signature_version="s3")
    client.put_object(Bucket=bucket(), Key=at + "a", Body=SMALL)
    same(client.get_object(Bucket=bucket(), Key=at + "a")["Body"].read(), SMALL)


class UnsignedBody(S3SigV4Auth):
    def payload(self, request):
        return "UNSIGNED-PAYLOAD"


@operation(GROUP, "PutObject with an unsigned body (UNSIGNED-PAYLOAD)")
def unsigned_body(at):
    client = s3()
    url = f"{client.meta.endpoint_url}/{bucket()}/{at}a"
    request = AWSRequest("PUT", url, data=SMALL, headers={"Content-Type": "application/octet-stream"})
    request.context["signing"] = {}
    UnsignedBody(client._request_signer._credentials, "s3", client.meta.region_name).add_auth(request)
    http("PUT", url, SMALL, dict(request.headers.items()))
    same(read(at + "a"), SMALL)
