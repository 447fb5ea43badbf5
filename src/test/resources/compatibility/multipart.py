"""Uploads in parts."""
import base64
import io
import zlib

from boto3.s3.transfer import TransferConfig

from place import PART, SMALL, bucket, get, headers, operation, put, read, refused, s3, same

GROUP = "Multipart uploads"
HUNDRED_MIB = PART * 20


class Upload:
    def __init__(self, key, **more):
        self.key = key
        self.id = s3().create_multipart_upload(Bucket=bucket(), Key=key, **more)["UploadId"]
        self.place = {"Bucket": bucket(), "Key": key, "UploadId": self.id}

    def part(self, number, body):
        return {"PartNumber": number, "ETag": s3().upload_part(Body=body, PartNumber=number, **self.place)["ETag"]}

    def copy(self, number, source, **more):
        source = {"Bucket": bucket(), "Key": source}
        copied = s3().upload_part_copy(CopySource=source, PartNumber=number, **more, **self.place)
        return {"PartNumber": number, "ETag": copied["CopyPartResult"]["ETag"]}

    def complete(self, *parts):
        return s3().complete_multipart_upload(MultipartUpload={"Parts": list(parts)}, **self.place)

    def abort(self):
        s3().abort_multipart_upload(**self.place)


@operation(GROUP, "Create, upload, complete, with metadata and the ETag of parts")
def whole(at):
    upload = Upload(at + "a", ContentType="text/csv", Metadata={"colour": "green"})
    upload.complete(upload.part(1, PART), upload.part(2, SMALL))
    found = get(at + "a")
    same(found["Body"].read(), PART + SMALL)
    same([found["ContentType"], found["Metadata"]], ["text/csv", {"colour": "green"}])
    same(found["ETag"].endswith('-2"'), True)


@operation(GROUP, "UploadPart again in place of a part, and numbers with gaps")
def again(at):
    upload = Upload(at + "a")
    upload.part(3, b"before")
    upload.complete(upload.part(1, PART), upload.part(3, SMALL))
    same(read(at + "a"), PART + SMALL)


@operation(GROUP, "UploadPartCopy of a whole object and of a range")
def part_copy(at):
    put(at + "source", PART)
    upload = Upload(at + "a")
    upload.complete(upload.copy(1, at + "source"), upload.copy(2, at + "source", CopySourceRange="bytes=10-99"))
    same(read(at + "a"), PART + PART[10:100])


@operation(GROUP, "ListParts in pages", "fails: max-parts is ignored, all parts come at once")
def list_parts(at):
    upload = Upload(at + "a")
    for number in (1, 2, 3):
        upload.part(number, SMALL)
    found = list(s3().get_paginator("list_parts").paginate(PaginationConfig={"PageSize": 2}, **upload.place))
    same([[each["PartNumber"] for each in page["Parts"]] for page in found], [[1, 2], [3]])
    same(found[1]["Parts"][0]["Size"], len(SMALL))
    upload.abort()


@operation(GROUP, "ListMultipartUploads by prefix")
def list_uploads(at):
    upload = Upload(at + "a")
    found = s3().list_multipart_uploads(Bucket=bucket(), Prefix=at + "a")["Uploads"]
    same([(each["Key"], each["UploadId"]) for each in found], [(at + "a", upload.id)])
    upload.abort()


@operation(GROUP, "AbortMultipartUpload, after which nothing is left")
def abort(at):
    upload = Upload(at + "a")
    upload.part(1, SMALL)
    upload.abort()
    refused("NoSuchUpload", upload.part, 1, SMALL)
    refused("NoSuchKey", get, at + "a")


@operation(GROUP, "UploadPart of an unknown upload", "refused: NoSuchUpload", "refused: NoSuchUpload")
def unknown(at):
    s3().upload_part(Bucket=bucket(), Key=at + "a", UploadId="unknown", PartNumber=1, Body=SMALL)


@operation(GROUP, "Complete with a small part before the last", "refused: EntityTooSmall", "refused: EntityTooSmall")
def small_part(at):
    upload = Upload(at + "a")
    upload.complete(upload.part(1, SMALL), upload.part(2, SMALL))


@operation(GROUP, "Complete with another part than was sent", "refused: InvalidPart", "refused: InvalidPart")
def wrong_part(at):
    upload = Upload(at + "a")
    upload.part(1, SMALL)
    upload.complete({"PartNumber": 1, "ETag": '"0123456789abcdef0123456789abcdef"'})


@operation(GROUP, "Complete with parts in a wrong order",
           "fails: taken, in the order of their numbers", "refused: InvalidPartOrder")
def wrong_order(at):
    upload = Upload(at + "a")
    first, second = upload.part(1, PART), upload.part(2, PART)
    upload.complete(second, first)


@operation(GROUP, "UploadPart with a wrong CRC32", "refused: BadDigest", "refused: XAmzContentChecksumMismatch")
def wrong_checksum(at):
    upload = Upload(at + "a", ChecksumAlgorithm="CRC32")
    client = s3()
    wrong = base64.b64encode(zlib.crc32(b"something else").to_bytes(4, "big")).decode()
    with headers(client, "UploadPart", x_amz_checksum_crc32=wrong):
        client.upload_part(PartNumber=1, Body=SMALL, **upload.place)


@operation(GROUP, "GetObject by part number", "refused: NotImplemented")
def by_part(at):
    upload = Upload(at + "a")
    upload.complete(upload.part(1, PART), upload.part(2, SMALL))
    found = get(at + "a", PartNumber=2)
    same([found["Body"].read(), found["PartsCount"]], [SMALL, 2])


@operation(GROUP, "upload_fileobj and download_fileobj of 100 MiB in parallel parts")
def hundred(at):
    config = TransferConfig(multipart_chunksize=16 << 20)
    s3().upload_fileobj(io.BytesIO(HUNDRED_MIB), bucket(), at + "a", Config=config)
    back = io.BytesIO()
    s3().download_fileobj(bucket(), at + "a", back, Config=config)
    same(back.getvalue() == HUNDRED_MIB, True)
    s3().delete_object(Bucket=bucket(), Key=at + "a")
