package io.bramble.ui.buckets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.bramble.account.Membership;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.IssuedKey;
import io.bramble.bucket.KeyState;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.ShownOnceDialog;
import io.bramble.ui.parts.Snippet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A new key with its secret, and what to paste where. */
final class KeyReadyDialog {
    private final AccessKeys keys;
    private final Membership acting;
    private final IssuedKey issued;
    private final Badge state = new Badge("Works in a moment");
    private final KeySnippets snippets;
    private final ShownOnceDialog dialog;

    KeyReadyDialog(AccessKeys keys, BucketChanges changes, Membership acting, BucketView bucket, IssuedKey issued) {
        this.keys = keys;
        this.acting = acting;
        this.issued = issued;
        this.snippets = new KeySnippets(bucket, issued);
        this.dialog =
                new ShownOnceDialog(issued.key().name() + " is ready", "secret", createFacts(bucket), createSnippets());
        Live.follow(dialog, changes, acting.accountId(), this::refresh);
    }

    void open() {
        refresh();
        dialog.open();
    }

    private void refresh() {
        if (keys.get(acting, issued.key().id()).state() != KeyState.ACTIVE) return;
        state.setText("Active");
        state.getElement().getThemeList().add("success");
    }

    private Facts createFacts(BucketView bucket) {
        return new Facts()
                .fact("Endpoint", new CopyField("endpoint", bucket.endpoint()))
                .fact("Bucket", new CopyField("bucket", bucket.name()))
                .fact("Region", new CopyField("region", bucket.region()))
                .fact("Key id", new CopyField("key id", issued.key().accessKeyId()))
                .fact("Secret", new CopyField("secret", issued.secret().reveal()))
                .fact("State", state)
                .fact("As a file", createDownload());
    }

    private Anchor createDownload() {
        var bytes = snippets.env().getBytes(StandardCharsets.UTF_8);
        var handler = DownloadHandler.fromInputStream(
                _ -> new DownloadResponse(new ByteArrayInputStream(bytes), "bramble.env", "text/plain", bytes.length));
        return new Anchor(handler, AttachmentType.DOWNLOAD, "Download .env");
    }

    private Component createSnippets() {
        var shown = new Div();
        var all = snippets.all();
        var programs = new RadioButtonGroup<String>("Ready to paste for");
        programs.setItems(all.keySet());
        programs.addValueChangeListener(choice -> {
            shown.removeAll();
            shown.add(new Snippet(all.getOrDefault(choice.getValue(), "")));
        });
        programs.setValue(all.keySet().iterator().next());
        var both = new Div(programs, shown);
        both.addClassName("snippets");
        return both;
    }
}
