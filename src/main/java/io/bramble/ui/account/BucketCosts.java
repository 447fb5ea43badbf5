package io.bramble.ui.account;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.bramble.billing.Costs;
import io.bramble.billing.Estimate;
import io.bramble.metering.BucketUsage;
import io.bramble.ui.parts.Money;
import io.bramble.ui.parts.Table;
import io.bramble.ui.parts.UsageColumns;
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
        UsageColumns.addTo(list);
        list.addNumber("Cost", used -> Money.of(costs.get(used.bucketId())), _ -> "Share of the estimate");
        list.setAllRowsVisible(true);
        list.setItems(buckets);
        add(list);
    }
}
