"""Checksums: a right one is kept and told, a wrong one is refused and nothing is stored."""
import base64
import hashlib
import zlib

from place import SMALL, bucket, get, headers, operation, put, read, refused, s3, same

GROUP = "Checksums"
POLYNOMIALS = {"crc32c": (32, 0x82F63B78), "crc64nvme": (64, 0x9A6C9329AC4BC9B5)}


def crc(name, content):
    bits, polynomial = POLYNOMIALS[name]
    register = (1 << bits) - 1
    for byte in content:
        register ^= byte
        for _ in range(8):
            register = register >> 1 ^ (polynomial if register & 1 else 0)
    return (register ^ ((1 << bits) - 1)).to_bytes(bits // 8, "big")


SUMS = {
    "crc32": lambda content: zlib.crc32(content).to_bytes(4, "big"),
    "crc32c": lambda content: crc("crc32c", content),
    "crc64nvme": lambda content: crc("crc64nvme", content),
    "sha1": lambda content: hashlib.sha1(content).digest(),
    "sha256": lambda content: hashlib.sha256(content).digest(),
}


def checked_put(key, algorithm, of):
    client = s3()
    value = base64.b64encode(SUMS[algorithm](of)).decode()
    with headers(client, "PutObject", **{f"x_amz_checksum_{algorithm}": value}):
        client.put_object(Bucket=bucket(), Key=key, Body=SMALL)
    return value


def told(key, algorithm):
    found = s3().head_object(Bucket=bucket(), Key=key, ChecksumMode="ENABLED")
    return found["ResponseMetadata"]["HTTPHeaders"].get(f"x-amz-checksum-{algorithm}")


def tell(algorithm, kept, wrong):
    """@param kept, wrong what the two engines answer to a right checksum and to a wrong one"""
    label = algorithm.upper()

    @operation(GROUP, f"PutObject with {label}, told by HeadObject", *kept)
    def right(at):
        value = checked_put(f"{at}{algorithm}", algorithm, SMALL)
        same(read(f"{at}{algorithm}"), SMALL)
        same(told(f"{at}{algorithm}", algorithm), value)

    @operation(GROUP, f"PutObject with a wrong {label}", *wrong)
    def not_right(at):
        try:
            checked_put(f"{at}{algorithm}", algorithm, b"something else")
        finally:
            refused("NoSuchKey", get, f"{at}{algorithm}")


for each in SUMS:
    tell(each, ("works", "works"), ("refused: BadDigest", "refused: XAmzContentChecksumMismatch"))


@operation(GROUP, "PutObject with a wrong Content-MD5", "refused: BadDigest", "refused: BadDigest")
def wrong_md5(at):
    try:
        put(at + "a", ContentMD5=base64.b64encode(hashlib.md5(b"something else").digest()).decode())
    finally:
        refused("NoSuchKey", get, at + "a")


@operation(GROUP, "PutObject with a body that was not signed",
           "refused: XAmzContentSHA256Mismatch", "refused: XAmzContentSHA256Mismatch")
def wrong_body(at):
    client = s3()

    def only_signature(request, **_):
        del request.headers["Content-MD5"]  # older versions send it

    def swap(request, **_):
        request.body = b"x" * len(SMALL)
    client.meta.events.register("before-sign.s3.PutObject", only_signature)
    client.meta.events.register("before-send.s3.PutObject", swap)
    try:
        client.put_object(Bucket=bucket(), Key=at + "a", Body=SMALL)
    finally:
        refused("NoSuchKey", get, at + "a")
