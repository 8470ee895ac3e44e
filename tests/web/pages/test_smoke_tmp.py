import pytest
from starlette.testclient import TestClient
from tests.web.reading import read_page, read_text
@pytest.mark.parametrize("path", ["/organisations","/organisations/290","/organisations/911","/organisations/kainuun-liitto","/projects","/projects/2022-espoo","/projects/kainuun-verkosto","/calls","/calls/2019-2","/calls/2022","/calls/2019-1","/method","/about-the-data","/accessibility","/runs","/runs/2"])
def test_a(client: TestClient, path: str) -> None:
    page = read_page(client, path)
    print(read_text(page.main)[:1500])
