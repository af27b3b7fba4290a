package voidscope.chart.live;

import javafx.scene.Node;
import javafx.scene.image.ImageView;

/// Shows pictures sixty times a second, without a copy of them.
final class FastScreen implements Screen {
  private final ImageView view = new ImageView();

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void show(Pixels picture, double width, double height) {
    view.setImage(picture.image());
    view.setFitWidth(width);
    view.setFitHeight(height);
  }
}
