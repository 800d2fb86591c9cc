package mayday.compiler;

/**
 * A spot in a file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Place(String file, int line, int column) {

    static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    Place right(int characters) {
        return new Place(file, line, column + characters);
    }
}
