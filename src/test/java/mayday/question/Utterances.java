package mayday.question;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A set of utterances with what they should be understood as; the head of {@code development.yaml} says how one is written. */
@JsonIgnoreProperties("system")
record Utterances(
        List<Single> single,
        List<Compound> compound,
        List<Negative> negative,
        @JsonProperty("seed-five") @Nullable List<Seed> seedFive) {

    /** @param also dimensions that may be answered in its place */
    record Single(
            String say,
            String register,
            String dimension,
            @Nullable List<String> also,
            @Nullable List<String> targets) {}

    record Compound(
            String say,
            @Nullable String register,
            List<String> dimensions,
            @Nullable List<String> targets) {}

    /**
     * @param missing what an ask-back has to ask for
     * @param kind injection or hostile, if it is either
     */
    record Negative(
            String say,
            String outcome,
            @Nullable String register,
            @Nullable String missing,
            @Nullable String kind) {}

    record Seed(
            String say,
            String register,
            @Nullable String dimension,
            @Nullable List<String> dimensions,
            @Nullable List<String> targets) {

        List<String> wanted() {
            return dimension == null ? or(dimensions) : List.of(dimension);
        }
    }

    /** One of {@code of} of them, drawn by their words. */
    Utterances share(int of) {
        return that(say -> isDrawn(say, of));
    }

    /** Those of them whose words {@code isTaken} takes, and the first five. */
    Utterances that(Predicate<String> isTaken) {
        return new Utterances(
                single.stream().filter(each -> isTaken.test(each.say())).toList(),
                compound.stream().filter(each -> isTaken.test(each.say())).toList(),
                negative.stream().filter(each -> isTaken.test(each.say())).toList(),
                seedFive);
    }

    /** Whether what is said is in the share of one of {@code of}. */
    static boolean isDrawn(String say, int of) {
        return Math.floorMod((say.hashCode() * 0x9E3779B9) >>> 8, of) == 0;
    }

    /** Reads the set of that name from the test resources. */
    static Utterances named(String name) {
        return table(name, new TypeReference<>() {});
    }

    static boolean exists(String name) {
        return Utterances.class.getResource("/questions/" + name + ".yaml") != null;
    }

    /** Reads anything of that name from the test resources. */
    static <T> T table(String name, TypeReference<T> type) {
        try (InputStream yaml = Utterances.class.getResourceAsStream("/questions/" + name + ".yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("the test resources lack /questions/" + name + ".yaml");
            }
            return YAMLMapper.shared().readValue(yaml, type);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<String> or(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
