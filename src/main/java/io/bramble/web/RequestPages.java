package io.bramble.web;

import io.bramble.bucket.Share;
import io.bramble.bucket.SharedLinks;
import io.bramble.bucket.UploadPlan;
import io.bramble.provisioning.Engines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** "Send me files": a page that takes files and shows none. They go straight to the engine, by a ticket of their own. */
@Controller
@RequestMapping("/r/{token}")
class RequestPages {
    private final SharedLinks links;
    private final Engines engines;

    RequestPages(SharedLinks links, Engines engines) {
        this.links = links;
        this.engines = engines;
    }

    @ModelAttribute
    void protect(@PathVariable String token, Model model, HttpServletResponse response) {
        var stores = String.join(" ", engines.endpoints());
        SharedHeaders.write(response, "img-src 'self' data:; worker-src 'self' blob:; connect-src 'self' " + stores);
        model.addAttribute("base", "/r/" + token);
    }

    @GetMapping
    String show(@PathVariable String token, HttpServletRequest request, Model model) {
        var share = links.open(token, Unlocked.proof(request));
        if (share.kind() == Share.Kind.DOWNLOAD) return "redirect:/s/" + token;
        model.addAttribute("name", share.name());
        model.addAttribute("until", SharedPage.day(share.expiresAt()));
        model.addAttribute(
                "left",
                share.mostBytes() == null ? "" : Numbers.bytes(Math.max(0, share.mostBytes() - share.receivedBytes())));
        return "share/request";
    }

    /** Asked by the page's script when somebody has chosen files. */
    @PostMapping("/uploads")
    @ResponseBody
    Begun begin(
            @PathVariable String token, @RequestParam(defaultValue = "") String sender, HttpServletRequest request) {
        return Begun.of(links.receive(token, Unlocked.proof(request), sender));
    }

    /** @param prefix of every key */
    record Begun(UUID id, String ticket, String prefix) {
        static Begun of(UploadPlan plan) {
            return new Begun(plan.uploadId(), plan.ticket(), plan.prefix());
        }

        @Override
        public String toString() {
            return "Begun[" + id + "]";
        }
    }
}
