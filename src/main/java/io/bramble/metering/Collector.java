package io.bramble.metering;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNullElse;

import io.bramble.account.AccountScope;
import io.bramble.bucket.Buckets;
import io.bramble.metering.MeteredBuckets.Holder;
import io.bramble.metering.Scrapes.Pass;
import io.bramble.metering.TrafficSamples.Chain;
import io.bramble.provisioning.EngineUnavailable;
import io.bramble.storage.NodeTraffic;
import io.bramble.storage.StoreException;
import io.bramble.storage.Usage;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks engines for their numbers and keeps what changed. A pass may be repeated: only its own row is new. */
@Component
class Collector {
    private static final String WHOLE_ENGINE = "";

    private final Scrapes scrapes;
    private final MeteredBuckets metered;
    private final Buckets buckets;
    private final StorageSamples storage;
    private final TrafficSamples traffic;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Collector(
            Scrapes scrapes,
            MeteredBuckets metered,
            Buckets buckets,
            StorageSamples storage,
            TrafficSamples traffic,
            TransactionTemplate transactions,
            Clock clock) {
        this.scrapes = scrapes;
        this.metered = metered;
        this.buckets = buckets;
        this.storage = storage;
        this.traffic = traffic;
        this.transactions = transactions;
        this.clock = clock;
    }

    void storage(UsageSource engine) {
        var started = now();
        try {
            var usage = engine.storage();
            var pass = new Pass(engine.engineId(), WHOLE_ENGINE, Kind.STORAGE, started, now());
            inPlatform(() -> keep(pass, usage));
        } catch (StoreException | EngineUnavailable unreachable) {
            missed(engine, Kind.STORAGE, started, unreachable);
        }
    }

    void traffic(UsageSource engine) {
        var started = now();
        try {
            var nodes = engine.traffic();
            var ended = now();
            for (var node : nodes) {
                var pass = new Pass(engine.engineId(), node.node(), Kind.TRAFFIC, started, ended);
                inPlatform(() -> keep(pass, node));
            }
        } catch (StoreException | EngineUnavailable unreachable) {
            missed(engine, Kind.TRAFFIC, started, unreachable);
        }
    }

    private void missed(UsageSource engine, Kind kind, Instant started, RuntimeException why) {
        var pass = new Pass(engine.engineId(), WHOLE_ENGINE, kind, started, now());
        inPlatform(() -> scrapes.failed(pass, requireNonNullElse(why.getMessage(), "unknown")));
    }

    private void keep(Pass pass, Map<String, Usage> usage) {
        var last = storage.last(pass.engineId());
        for (var holder : metered.holders(pass.engineId(), pass.endedAt())) {
            var now = usage.get(holder.engineBucket());
            if (now == null || !holder.paying()) continue;
            var before = last.get(holder.bucketId());
            if (before == null || !before.sameNumbers(now)) storage.insert(holder.bucketId(), pass.endedAt(), now);
            else storage.confirm(before, now.measuredAt());
            buckets.measured(holder.bucketId(), now.bytes(), now.objects(), now.measuredAt());
        }
        scrapes.ok(pass, null);
    }

    private void keep(Pass pass, NodeTraffic node) {
        var since = scrapes.lastOk(pass.engineId(), Kind.TRAFFIC, pass.node());
        var last = traffic.last(pass.engineId(), pass.node());
        for (var holder : metered.holders(pass.engineId(), pass.endedAt())) {
            var counters = node.buckets().get(holder.engineBucket());
            if (counters == null) continue;
            var now =
                    new TrafficSample(pass.endedAt(), since, node.processStart().truncatedTo(MICROS), counters);
            var before = last.get(holder.bucketId());
            if (before == null && since != null) inherit(pass, holder, now);
            if (before == null || !before.sameNumbers(now))
                traffic.insert(new Chain(holder.bucketId(), pass.node()), now);
        }
        scrapes.ok(pass, node.processStart());
    }

    /** Where a node counts on for a name that changed hands, the new holder begins with the former one's numbers. */
    private void inherit(Pass pass, Holder holder, TrafficSample now) {
        var former = traffic.lastOfFormer(pass.engineId(), holder.engineBucket(), pass.node(), holder.bucketId());
        if (former == null || !TrafficDelta.continues(former, now)) return;
        var opening = new TrafficSample(holder.heldFrom(), null, former.processStart(), former.counters());
        traffic.insert(new Chain(holder.bucketId(), pass.node()), opening);
    }

    /** In the microseconds that PostgreSQL keeps, so that what was written compares equal when read. */
    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    private void inPlatform(Runnable work) {
        AccountScope.platform(() -> transactions.executeWithoutResult(_ -> work.run()));
    }
}
