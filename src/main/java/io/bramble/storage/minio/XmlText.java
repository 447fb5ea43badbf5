package io.bramble.storage.minio;

/** What text survives XML byte for byte: control characters do not. */
final class XmlText {
    private XmlText() {}

    static boolean carries(String text) {
        return text.codePoints()
                .allMatch(c -> (c >= 0x20 && c < 0x7f)
                        || (c >= 0xa0 && c <= 0xd7ff)
                        || (c >= 0xe000 && c <= 0xfffd)
                        || c >= 0x10000);
    }
}
