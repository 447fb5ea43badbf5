package io.bramble.metering;

import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;

/** What one resource used of one meter in one hour. */
record UsageHour(UUID resourceId, UUID accountId, Meter meter, Instant hourStart, BigInteger quantity) {}
