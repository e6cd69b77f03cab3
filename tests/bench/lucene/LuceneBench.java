// SPDX-License-Identifier: EUPL-1.2
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene's side of the competence part. Reads commands from standard input, one a line:
 *   open NAME SEGMENTS THREADS THRESHOLD   a searcher over the index of so many segments
 *   ask NAME QUERY                         answers "NANOSECONDS row:points row:points ..."
 * THRESHOLD is how many hits Lucene counts before it may skip those that cannot enter the list (its own default is 1000);
 * "all" counts every one.
 */
public final class LuceneBench {
  private static final int LISTED = 100;
  private static final String COMPETENCE = "competence";
  private static final String ROW = "row";

  private record Setup(IndexSearcher searcher, int threads, int threshold) {}

  private final Path folder;
  private final List<Query> queries = new ArrayList<>();
  private final Map<String, Setup> setups = new HashMap<>();
  private final Executor workers = Executors.newFixedThreadPool(2, task -> {
    Thread thread = new Thread(task, "worker");
    thread.setDaemon(true);
    return thread;
  });

  private LuceneBench(Path folder, Path queryFile) throws IOException {
    this.folder = folder;
    for (String line : Files.readAllLines(queryFile)) queries.add(queryOf(line));
  }

  public static void main(String[] arguments) throws InterruptedException {
    // The bench finds this thread by its name, to keep it on the same processor as its own.
    Thread queries = new Thread(() -> {
      try {
        serve(arguments);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }, "lucene-query");
    queries.start();
    queries.join();
  }

  private static void serve(String[] arguments) throws IOException {
    LuceneBench bench = new LuceneBench(Path.of(arguments[0]), Path.of(arguments[1]));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("open")) {
        int threshold = words[4].equals("all") ? Integer.MAX_VALUE : Integer.parseInt(words[4]);
        bench.open(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), threshold);
        out.println("ready");
      } else {
        out.println(bench.ask(bench.setups.get(words[1]), bench.queries.get(Integer.parseInt(words[2]))));
      }
      out.flush();
    }
  }

  /** Per demand the best answer (tie-breaker 0), added up over the demands. */
  private static Query queryOf(String line) {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    for (String demand : line.split(";")) {
      List<Query> answers = new ArrayList<>();
      for (String answer : demand.split(",")) {
        String[] parts = answer.split(":");
        Query holds = new ConstantScoreQuery(new TermQuery(new Term(COMPETENCE, parts[0])));
        answers.add(new BoostQuery(holds, Float.parseFloat(parts[1])));
      }
      sum.add(new DisjunctionMaxQuery(answers, 0f), BooleanClause.Occur.SHOULD);
    }
    return sum.build();
  }

  private void open(String name, int segments, int threads, int threshold) throws IOException {
    Path path = folder.resolve("lucene-" + segments);
    if (!Files.exists(path)) {
      Path raw = folder.resolve("lucene-" + segments + ".raw");
      makeIndex(raw, segments);
      Files.move(raw, path);
    }
    MMapDirectory directory = new MMapDirectory(path);
    directory.setPreload(true);
    IndexReader reader = DirectoryReader.open(directory);
    if (reader.leaves().size() != segments) {
      throw new IllegalStateException(path + " has " + reader.leaves().size() + " segments, not " + segments);
    }
    IndexSearcher searcher = threads == 1 ? new IndexSearcher(reader) : new SliceBySegment(reader, workers);
    setups.put(name, new Setup(searcher, threads, threshold));
  }

  /** One slice a segment also where segments are small, so that both threads have work. */
  private static final class SliceBySegment extends IndexSearcher {
    SliceBySegment(IndexReader reader, Executor executor) {
      super(reader, executor);
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
      return leaves.stream().map(LeafSlice::new).toArray(LeafSlice[]::new);
    }
  }

  private void makeIndex(Path path, int segments) throws IOException {
    if (Files.exists(path)) {
      try (var left = Files.list(path)) {
        for (Path file : left.toList()) Files.delete(file);
      }
    }
    FieldType type = new FieldType();
    type.setTokenized(false);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setRAMBufferSizeMB(1000);
    config.setMergePolicy(segments == 1 ? new LogDocMergePolicy() : NoMergePolicy.INSTANCE);
    try (FileChannel channel = FileChannel.open(folder.resolve("holdings.bin"), StandardOpenOption.READ);
        IndexWriter writer = new IndexWriter(new MMapDirectory(path), config)) {
      ByteBuffer words = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      words.order(ByteOrder.LITTLE_ENDIAN);
      int rows = words.getInt();
      for (int row = 0; row < rows; row++) {
        Document document = new Document();
        for (int left = words.getInt(); left > 0; left--) {
          document.add(new Field(COMPETENCE, Integer.toString(words.getInt()), type));
        }
        document.add(new NumericDocValuesField(ROW, row));
        writer.addDocument(document);
        if ((row + 1L) * segments / rows != (long) row * segments / rows) writer.commit();
      }
      if (segments == 1) writer.forceMerge(1);
    }
  }

  private String ask(Setup setup, Query query) throws IOException {
    long start = System.nanoTime();
    TopDocs found;
    if (setup.threads == 1) {
      TopScoreDocCollector collector = TopScoreDocCollector.create(LISTED, setup.threshold);
      setup.searcher.search(query, collector);
      found = collector.topDocs();
    } else {
      found = setup.searcher.search(query, TopScoreDocCollector.createSharedManager(LISTED, null, setup.threshold));
    }
    long nanoseconds = System.nanoTime() - start;
    StringBuilder answer = new StringBuilder().append(nanoseconds);
    for (ScoreDoc hit : found.scoreDocs) {
      answer.append(' ').append(rowOf(setup.searcher.getIndexReader(), hit.doc)).append(':').append((long) hit.score);
    }
    return answer.toString();
  }

  private static long rowOf(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues rows = leaf.reader().getNumericDocValues(ROW);
    rows.advanceExact(document - leaf.docBase);
    return rows.longValue();
  }
}
