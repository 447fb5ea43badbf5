package io.bramble.journey;

import tools.jackson.databind.JsonNode;

/** An access key with its secret, and where it leads. */
record Key(String id, String endpoint, String region, String bucket, String accessKeyId, String secret) {

    static Key of(JsonNode bucket, JsonNode issued) {
        return new Key(
                Api.id(issued),
                bucket.get("endpoint").asString(),
                bucket.get("region").asString(),
                bucket.get("name").asString(),
                issued.get("accessKeyId").asString(),
                issued.get("secretAccessKey").asString());
    }

    @Override
    public String toString() {
        return "Key[" + accessKeyId + "]";
    }
}
