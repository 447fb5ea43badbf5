package io.bramble.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import io.bramble.bucket.BucketNotFound;
import io.bramble.ui.parts.EmptyState;
import jakarta.annotation.security.PermitAll;

/** No such page; what a person may not see looks the same. */
abstract sealed class NotFoundView extends Div {
    NotFoundView() {
        add(new EmptyState(
                VaadinIcon.SEARCH,
                "There is nothing here",
                "The page or bucket does not exist, was deleted, or belongs to another account.",
                new RouterLink("Go to the dashboard", DashboardView.class)));
    }

    @PermitAll
    @ParentLayout(MainLayout.class)
    static final class Page extends NotFoundView implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> missing) {
            return 404;
        }
    }

    /** A page of the operators, asked for by somebody else. */
    @PermitAll
    @ParentLayout(MainLayout.class)
    static final class Denied extends NotFoundView implements HasErrorParameter<AccessDeniedException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> denied) {
            return 404;
        }
    }

    @PermitAll
    @ParentLayout(MainLayout.class)
    static final class Bucket extends NotFoundView implements HasErrorParameter<BucketNotFound> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<BucketNotFound> missing) {
            return 404;
        }
    }
}
