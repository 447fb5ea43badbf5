package io.bramble.ui.buckets;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.StateText;

/** Shows how a new bucket is made, then what to do with it. Closing it stops nothing. */
class BucketReadyDialog extends Dialog {
    private final transient Buckets buckets;
    private final Membership acting;
    private final BucketView made;
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph step = new Paragraph();
    private final Button firstKey = new Button("Create first key");
    private final Button open = new Button("Open bucket", _ -> openBucket());

    BucketReadyDialog(Buckets buckets, BucketChanges changes, Membership acting, BucketView made) {
        this.buckets = buckets;
        this.acting = acting;
        this.made = made;
        setWidth("min(34rem, 94vw)");
        firstKey.addThemeVariants(ButtonVariant.PRIMARY);
        step.getElement().setAttribute("aria-live", "polite");
        step.addClassName("step");
        add(progress, step, createFacts());
        getFooter().add(new Button("Close", _ -> close()), open, firstKey);
        Live.follow(this, changes, acting.accountId(), this::refresh);
        show(made);
    }

    void offer(Command createKey) {
        firstKey.addClickListener(_ -> {
            close();
            createKey.execute();
        });
    }

    private Facts createFacts() {
        return new Facts()
                .fact("Endpoint", new CopyField("endpoint", made.endpoint()))
                .fact("URL", new CopyField("URL", made.url()))
                .fact("Region", new CopyField("region", made.region()));
    }

    private void refresh() {
        show(buckets.get(acting, made.id()));
    }

    private void show(BucketView now) {
        var ready = now.state() == BucketState.READY;
        setHeaderTitle(ready ? now.name() + " is ready" : "Creating " + now.name());
        progress.setVisible(!ready);
        progress.setMax(now.steps());
        progress.setValue(Math.min(now.step(), now.steps()));
        step.setText(now.problem() == null ? words(now, ready) : now.problem());
        firstKey.setEnabled(ready);
        open.setEnabled(ready);
    }

    private static String words(BucketView now, boolean ready) {
        return ready ? "Upload files here, or make a key for your programs." : StateText.of(now);
    }

    private void openBucket() {
        close();
        UI.getCurrentOrThrow().navigate("b/" + made.namespace() + "/" + made.name() + "/files");
    }
}
