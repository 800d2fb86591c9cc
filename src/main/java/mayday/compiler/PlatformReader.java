package mayday.compiler;

import mayday.scenario.Platform;

/** Reads how a system is run; what is left out is as usual. */
final class PlatformReader {
    private PlatformReader() {}

    static Platform read(Fields system, Problems problems) {
        var value = system.find("platform");
        if (value.isEmpty()) {
            return Platform.USUAL;
        }
        var fields = Fields.of(value.get(), "platform", problems);
        var platform = new Platform(
                fields.choiceOr("runs-on", Platform.USUAL.runsOn()),
                fields.choiceOr("metrics", Platform.USUAL.metrics()),
                fields.choiceOr("dns", Platform.USUAL.dns()));
        fields.end();
        return platform;
    }
}
