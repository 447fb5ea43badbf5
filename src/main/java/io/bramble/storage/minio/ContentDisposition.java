package io.bramble.storage.minio;

/** The header that makes a browser save a file under a name, whatever letters that has (RFC 6266). */
final class ContentDisposition {
    private ContentDisposition() {}

    static String attachment(String fileName) {
        var plain = fileName.replaceAll("[^ -~]|[\"\\\\]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + ObjectPath.escape(fileName, false);
    }
}
