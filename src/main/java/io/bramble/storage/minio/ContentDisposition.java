package io.bramble.storage.minio;

import io.bramble.storage.DownloadAs;
import java.util.HashMap;
import java.util.Map;

/** The header that makes a browser save a file under a name, whatever letters that has (RFC 6266). */
final class ContentDisposition {
    private ContentDisposition() {}

    /** The parameters by which a signed URL asks for it. */
    static Map<String, String> query(DownloadAs as) {
        var query = new HashMap<String, String>();
        if (as.fileName() != null) {
            query.put("response-content-disposition", attachment(as.fileName()));
        }
        if (as.contentType() != null) {
            query.put("response-content-type", as.contentType());
        }
        return query;
    }

    private static String attachment(String fileName) {
        var plain = fileName.replaceAll("[^ -~]|[\"\\\\]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + ObjectPath.escape(fileName, false);
    }
}
