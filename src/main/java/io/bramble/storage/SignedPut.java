package io.bramble.storage;

import java.net.URI;
import java.util.Map;

/**
 * A signed upload.
 *
 * @param headers to be sent exactly so; they are part of the signature. Browsers set Content-Length by themselves
 */
public record SignedPut(URI uri, Map<String, String> headers) {
    public SignedPut {
        headers = Map.copyOf(headers);
    }
}
