package io.bramble.metering;

import static java.time.temporal.ChronoUnit.MICROS;

import io.bramble.bucket.BucketLife;
import io.bramble.storage.NodeTraffic;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the platform's test of a new bucket off its owner's bill: counting begins with what the test had used. */
@Component
class OwnTraffic {
    private final TrafficSamples samples;

    OwnTraffic(TrafficSamples samples) {
        this.samples = samples;
    }

    @EventListener
    void leaveOut(BucketLife.Opened opened) {
        opened.counted().forEach(node -> leaveOut(opened, node));
    }

    private void leaveOut(BucketLife.Opened opened, NodeTraffic node) {
        var counters = node.buckets().get(opened.name());
        if (counters == null) return;
        var baseline = new TrafficSample(
                opened.at().truncatedTo(MICROS), null, node.processStart().truncatedTo(MICROS), counters);
        samples.insert(new TrafficSamples.Chain(opened.bucketId(), node.node()), baseline);
    }
}
