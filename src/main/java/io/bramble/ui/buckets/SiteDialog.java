package io.bramble.ui.buckets;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.CorsRules;
import io.bramble.bucket.Settings;
import io.bramble.ui.parts.FormDialog;
import java.util.ArrayList;

/** All that a page needs to upload and to show files, for one site. */
class SiteDialog extends FormDialog {
    private final transient Settings settings;
    private final transient BucketBehaviour bucket;
    private final transient Runnable changed;
    private final Membership acting;
    private final TextField site = new TextField("Site");

    SiteDialog(Settings settings, Membership acting, BucketBehaviour bucket, Runnable changed) {
        super("Let a site upload", "Allow");
        this.settings = settings;
        this.acting = acting;
        this.bucket = bucket;
        this.changed = changed;
        site.setPlaceholder("https://example.org");
        site.setHelperText("As its address begins in a browser, without a path.");
        site.setAutofocus(true);
        addText(new Paragraph("Its pages may then upload and read with addresses that you sign for them."));
        addField("site", site);
    }

    @Override
    protected void submit() {
        var rules =
                new ArrayList<>(settings.get(acting, bucket.bucketId()).wished().cors());
        rules.add(CorsRules.upload(site.getValue().strip()));
        try {
            settings.cors(acting, bucket.bucketId(), rules);
        } catch (InvalidField refusal) {
            throw new InvalidField("site", String.valueOf(refusal.getMessage()));
        }
        close();
        changed.run();
    }
}
