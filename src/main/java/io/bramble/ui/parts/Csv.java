package io.bramble.ui.parts;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** Tables for spreadsheets, made when somebody asks for them. */
public final class Csv {
    private Csv() {}

    /** Writes a table. */
    public interface Writer extends Serializable {
        void writeTo(Appendable out);
    }

    public static DownloadHandler download(String fileName, Writer writer) {
        return DownloadHandler.fromInputStream(_ -> {
            var text = new StringBuilder();
            writer.writeTo(text);
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, "text/csv", bytes.length);
        });
    }
}
