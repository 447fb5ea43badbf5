package io.bramble.ui.shares;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.NewShare;
import io.bramble.bucket.Share;
import io.bramble.bucket.Shares;
import io.bramble.ui.parts.FormDialog;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a link leads to, for how long, and what else it asks or counts. */
public final class NewShareDialog extends FormDialog {
    private final transient Shares shares;
    private final transient Clock clock;
    private final transient Runnable made;
    private final Membership acting;
    private final BucketView bucket;
    private final Share.Kind kind;
    private final TextField name = new TextField("Name");
    private final TextField path = new TextField();
    private final Select<Lifetime> lifetime = new Select<>("Works for");
    private final PasswordField password = new PasswordField("Password, if you like");
    private final IntegerField limit = new IntegerField();

    private NewShareDialog(
            Share.Kind kind,
            String title,
            Shares shares,
            Clock clock,
            Membership acting,
            BucketView bucket,
            Runnable made) {
        super(title, "Create link");
        this.kind = kind;
        this.shares = shares;
        this.clock = clock;
        this.acting = acting;
        this.bucket = bucket;
        this.made = made;
        addField("path", path);
        addField("name", name);
        addField("expiresAt", createLifetime());
        addField("password", createPassword());
        addField(kind == Share.Kind.DOWNLOAD ? "mostDownloads" : "mostBytes", limit);
    }

    /**
     * A link to look and download.
     *
     * @param path a file's key, or a folder's ending in "/"; empty to share the whole bucket
     * @param made called when there is a new link
     */
    public static NewShareDialog download(
            Shares shares, Clock clock, Membership acting, BucketView bucket, String path, Runnable made) {
        var dialog = new NewShareDialog(Share.Kind.DOWNLOAD, "Share a link", shares, clock, acting, bucket, made);
        dialog.path.setLabel("File or folder");
        dialog.path.setPlaceholder("the whole bucket");
        dialog.path.setHelperText("A folder ends in /. Whoever has the link sees everything in it, later files too.");
        dialog.limit.setLabel("Downloads, at most");
        dialog.limit.setHelperText("Empty for any number. Where downloads are counted there is no preview.");
        dialog.show(path, "Files for a friend");
        return dialog;
    }

    /** A link to send files; parameters as above. */
    public static NewShareDialog request(
            Shares shares, Clock clock, Membership acting, BucketView bucket, String folder, Runnable made) {
        var dialog = new NewShareDialog(Share.Kind.UPLOAD, "Ask for files", shares, clock, acting, bucket, made);
        dialog.addText(new Paragraph(
                "Whoever has the link can send files and sees none. Each sender gets a folder of their own in there."));
        dialog.path.setLabel("Into the folder");
        dialog.path.setPlaceholder("the top of the bucket");
        dialog.limit.setLabel("GiB in all, at most");
        dialog.limit.setHelperText("Empty for what the bucket has room for.");
        dialog.name.setHelperText("Those who send see it as the title of their page.");
        dialog.show(folder, "Photos of the party");
        return dialog;
    }

    @Override
    protected void submit() {
        var share = shares.create(acting, bucket.id(), wish());
        close();
        made.run();
        new ShareReadyDialog(share).open();
    }

    private NewShare wish() {
        return new NewShare(
                kind,
                name.getValue(),
                path.getValue(),
                clock.instant().plus(lifetime.getValue().length),
                password.getValue().isEmpty() ? null : password.getValue(),
                kind == Share.Kind.DOWNLOAD ? limit.getValue() : null,
                kind == Share.Kind.UPLOAD ? bytes(limit.getValue()) : null);
    }

    private static @Nullable Long bytes(@Nullable Integer gib) {
        return gib == null ? null : (long) gib << 30;
    }

    private void show(String at, String example) {
        path.setValue(at);
        var trimmed = at.replaceFirst("/$", "");
        name.setValue(trimmed.substring(trimmed.lastIndexOf('/') + 1));
        name.setPlaceholder(example);
        name.setAutofocus(true);
        limit.setManualValidation(true);
    }

    private Select<Lifetime> createLifetime() {
        lifetime.setItems(Lifetime.values());
        lifetime.setItemLabelGenerator(choice -> choice.text);
        lifetime.setValue(Lifetime.WEEK);
        return lifetime;
    }

    private PasswordField createPassword() {
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setHelperText("Tell it by another way than the link.");
        return password;
    }
}
