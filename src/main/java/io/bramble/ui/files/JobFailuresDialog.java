package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.bramble.bucket.ObjectJob;
import io.bramble.ui.parts.CopyButton;
import io.bramble.ui.parts.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** What a job could not do, file by file, to be read and copied. */
class JobFailuresDialog extends Dialog {
    JobFailuresDialog(ObjectJob job, List<ObjectJob.Failure> failures) {
        super("What failed");
        setWidth("min(44rem, 94vw)");
        add(new Paragraph(words(job, failures)));
        var list = new UnorderedList();
        list.addClassName("job-failures");
        for (var failure : failures) {
            var key = new Span(FileNames.visible(failure.key()));
            key.addClassName("mono");
            list.add(new ListItem(key, new Span(failure.reason())));
        }
        add(list);
        var copy = new CopyButton("the list", text(failures));
        getFooter().add(copy, new Button("Close", _ -> close()));
    }

    private static String words(ObjectJob job, List<ObjectJob.Failure> failures) {
        return job.failedObjects() > failures.size()
                ? "The first %s of %s."
                        .formatted(Numbers.count(failures.size()), Numbers.count(job.failedObjects(), "failure"))
                : Numbers.count(failures.size(), "failure") + (job.doneObjects() > 0 ? ". The rest is done." : ".");
    }

    private static String text(List<ObjectJob.Failure> failures) {
        return failures.stream()
                .map(failure -> failure.key() + "\t" + failure.reason())
                .collect(Collectors.joining("\n"));
    }
}
