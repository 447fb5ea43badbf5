package io.bramble.bucket;

/**
 * Why files do not fit; nothing was reserved for them.
 *
 * @param message for people: which limit, and what to do
 * @param freeBytes what there is left
 */
public record Shortage(String message, long freeBytes) {}
