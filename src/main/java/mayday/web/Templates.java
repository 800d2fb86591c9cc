package mayday.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages' templates, compiled when Mayday was built. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A template, such as {@code room.jte}, as text. */
    String render(String name, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(name, parameters, output);
        return output.toString();
    }

    /** A template, in the bytes that are sent. */
    byte[] bytes(String name, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        engine.render(name, parameters, output);
        return output.toByteArray();
    }

    /** A template as {@link Stencil}, with places left open. */
    Stencil stencil(String name, Map<String, Object> parameters, List<String> open) {
        var output = new Utf8ByteOutput();
        var cuts = new ArrayList<Integer>();
        var all = new HashMap<>(parameters);
        open.forEach(parameter -> all.put(parameter, (Content) _ -> cuts.add(output.getContentLength())));
        engine.render(name, all, output);
        return Stencil.cut(output.toByteArray(), cuts);
    }

    /** Markup to be set into a template. */
    static Content content(String markup) {
        return output -> output.writeContent(markup);
    }

    /** A template to be set into another one. */
    Content content(String name, Map<String, Object> parameters) {
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                engine.render(name, parameters, output);
            }
        };
    }
}
