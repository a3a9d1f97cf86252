"""The same questions for programs, under /api/v1."""

from fastapi import APIRouter

router = APIRouter()
