package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.MultipartUpload;
import io.bramble.storage.OpenUpload;
import io.bramble.storage.StoreException.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a list of uploads: MinIO's client stumbles over the storage class that MinIO's server leaves empty. */
final class OpenUploads {
    private OpenUploads() {}

    static List<OpenUpload> read(String bucket, byte[] answer) {
        var uploads = root(answer).getElementsByTagName("Upload");
        return IntStream.range(0, uploads.getLength())
                .mapToObj(i -> toOpen(bucket, (Element) uploads.item(i)))
                .toList();
    }

    private static OpenUpload toOpen(String bucket, Element upload) {
        var key = URLDecoder.decode(text(upload, "Key"), UTF_8);
        return new OpenUpload(
                new MultipartUpload(bucket, key, text(upload, "UploadId")), Instant.parse(text(upload, "Initiated")));
    }

    private static String text(Element upload, String name) {
        return upload.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Element root(byte[] answer) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Refused("Unreadable", "The engine answered no XML that S3 knows.", e);
        }
    }
}
