package io.bramble.account;

/** What an account's plan allows, as plain numbers; whoever sells plans sets them. */
public record Limits(long storageBytes, int buckets, int keys) {}
