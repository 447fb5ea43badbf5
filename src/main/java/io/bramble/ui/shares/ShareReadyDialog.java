package io.bramble.ui.shares;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.bramble.bucket.Share;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Dates;

/** The link, to be sent to somebody. */
final class ShareReadyDialog extends Dialog {
    ShareReadyDialog(Share share) {
        super(share.name());
        setWidth("min(34rem, 94vw)");
        add(new CopyField("link", share.url()), new Paragraph(words(share)));
        var done = new Button("Done", _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.setAutofocus(true);
        getFooter().add(done);
    }

    private static String words(Share share) {
        var who = share.hasPassword() ? "Whoever has it and knows the password " : "Whoever has it ";
        var what = share.kind() == Share.Kind.UPLOAD ? "can send files until " : "can look and download until ";
        return who + what + Dates.exact(share.expiresAt())
                + ". You find it again under Links, where you can copy or revoke it.";
    }
}
