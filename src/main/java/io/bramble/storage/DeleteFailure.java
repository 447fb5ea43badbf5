package io.bramble.storage;

/** One key of a batch that was not deleted, and the engine's reason. */
public record DeleteFailure(String key, String code, String reason) {}
