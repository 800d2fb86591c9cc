package mayday.web;

import java.lang.reflect.Type;
import tools.jackson.databind.MapperFeature;

/** Writes JSON with Jackson, which is loaded for the first JSON answer: the first page shall not wait for it. */
final class LateJson implements io.javalin.json.JsonMapper {

    /** The JVM makes it once, at the first use. */
    private static final class Jackson {
        static final tools.jackson.databind.json.JsonMapper MAPPER = tools.jackson.databind.json.JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }

    @Override
    public String toJsonString(Object value, Type type) {
        return value instanceof String text ? text : Jackson.MAPPER.writeValueAsString(value);
    }
}
