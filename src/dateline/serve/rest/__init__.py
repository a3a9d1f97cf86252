"""The same questions for programs, under /api/v1: lists in pages, and single things with all they rest on.

In: GET requests, each as of a day. Out: JSON, CSV or Arrow with an ETag; refusals in one shape. Refuses: to change anything.
"""

from fastapi import APIRouter

from dateline.serve.rest import details, lists
from dateline.serve.rest.describing import REFUSALS

router = APIRouter(responses=REFUSALS)
router.include_router(details.router)
router.include_router(lists.router)
