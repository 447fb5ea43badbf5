package io.bramble.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.bramble.bucket.BucketView;
import io.bramble.metering.Stored;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.StateText;
import org.jspecify.annotations.Nullable;

/** A bucket on the dashboard. */
class BucketCard extends Div {
    BucketCard(BucketView bucket, @Nullable Stored stored) {
        addClassName("bucket-card");
        var name = new Anchor("b/" + bucket.namespace() + "/" + bucket.name() + "/files", bucket.name());
        var first = new Div(name, StateText.badge(bucket));
        first.addClassName("card-line");
        var size = new Span(words(stored));
        size.addClassName("quiet");
        add(first, new CopyField("URL", bucket.url()), size);
    }

    private static String words(@Nullable Stored stored) {
        if (stored == null) return "Not measured yet";
        return Numbers.bytes(stored.bytes()) + " in " + Numbers.count(stored.objects(), "object");
    }
}
