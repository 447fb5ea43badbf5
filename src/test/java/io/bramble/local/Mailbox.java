package io.bramble.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;

/** Catches every mail that is sent on this machine, whoever it is for, and shows it on a page. */
public final class Mailbox implements AutoCloseable {

    private final MailFolder folder;
    private final GreenMail smtp;
    private final MailboxPages pages;

    private Mailbox(MailFolder folder, GreenMail smtp, MailboxPages pages) {
        this.folder = folder;
        this.smtp = smtp;
        this.pages = pages;
    }

    static Mailbox start(Home home, Ports ports) throws IOException {
        var folder = new MailFolder(home.mails());
        var smtp = new GreenMail(new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var users = smtp.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> deliver(folder, users, message, recipient));
        smtp.start();
        return new Mailbox(folder, smtp, MailboxPages.serve(folder, ports.mailbox()));
    }

    /** Newest first. */
    public List<Mail> mails() {
        return folder.all();
    }

    @Override
    public void close() {
        pages.close();
        smtp.stop();
    }

    private static GreenMailUser deliver(
            MailFolder folder, UserManager users, MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        try {
            folder.keep(message.getMessage());
        } catch (IOException full) {
            throw new MessagingException("The mailbox cannot keep this mail", full);
        }
        var email = recipient.getEmail();
        var known = users.getUserByEmail(email);
        return known != null ? known : users.createUser(email, email, email);
    }
}
