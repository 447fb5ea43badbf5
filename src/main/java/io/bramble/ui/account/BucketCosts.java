package io.bramble.ui.account;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.bramble.billing.Costs;
import io.bramble.billing.Estimate;
import io.bramble.metering.BucketUsage;
import io.bramble.ui.parts.Money;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Table;
import java.util.List;

/** Each bucket's part of the month; the parts add up to the estimate. */
class BucketCosts extends Section {
    BucketCosts(List<BucketUsage> buckets, Estimate estimate) {
        addClassName("bucket-costs");
        if (buckets.isEmpty()) {
            add(new Paragraph("No bucket was used in this month."));
            return;
        }
        var costs = Costs.shares(estimate, buckets.stream().collect(toMap(BucketUsage::bucketId, BucketUsage::total)));
        var list = new Table<BucketUsage>("Usage by bucket");
        list.addText("Bucket", BucketUsage::name);
        list.addNumber("Stored now", BucketCosts::stored, BucketCosts::exactlyStored);
        var down = list.addNumber(
                "Downloaded",
                used -> bytes(used.total().egressBytes()),
                used -> exact(used.total().egressBytes()));
        var up = list.addNumber(
                "Uploaded",
                used -> bytes(used.total().ingressBytes()),
                used -> exact(used.total().ingressBytes()));
        var requests = list.addNumber(
                "Requests",
                used -> Numbers.count(
                        used.total().requestsA().add(used.total().requestsB()).longValueExact()),
                used -> Numbers.count(used.total().requestsA().longValueExact()) + " writes and lists");
        list.addNumber("Cost", used -> Money.of(costs.get(used.bucketId())), _ -> "Share of the estimate");
        list.roomy(down, up, requests);
        list.setAllRowsVisible(true);
        list.setItems(buckets);
        add(list);
    }

    private static String stored(BucketUsage used) {
        return used.stored() == null ? "–" : Numbers.bytes(used.stored().bytes());
    }

    private static String exactlyStored(BucketUsage used) {
        return used.stored() == null
                ? "Deleted, or not measured yet"
                : Numbers.exact(used.stored().bytes());
    }

    private static String bytes(java.math.BigInteger bytes) {
        return Numbers.bytes(bytes.longValueExact());
    }

    private static String exact(java.math.BigInteger bytes) {
        return Numbers.exact(bytes.longValueExact());
    }
}
